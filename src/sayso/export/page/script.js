"use strict";
// What the page can do beyond reading: where one is, filters, the way back, citations. All of it can be done without.
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const at = (hash) => hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  const say = (text) => { one("#said").textContent = text; };

  // The words of a claim: from its first piece as many characters as `data-s` tells, over all pieces and paragraphs.
  function words(first) {
    const [start, end] = first.dataset.s.split("-").map(Number);
    const text = first.closest(".text");
    const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const pieces = [];
    let left = end - start, told = "", begun = false;
    while (left > 0 && walk.nextNode()) {
      const node = walk.currentNode;
      begun = begun || Boolean(first.compareDocumentPosition(node) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY));
      if (!begun) continue;
      const letters = [...node.data];
      told += letters.slice(0, left).join("");
      left -= letters.length;
      if (node.parentElement !== text) pieces.push(node.parentElement);
    }
    return { told: told.replace(/\s+/g, " ").trim(), pieces, range: `${start}–${end}` };
  }

  // The address of the claim whose words a finding bears as its statement.
  const statement = (finding) => finding.dataset.say || one(".chip, p > a", finding).hash;

  // The finding in which a claim stands: where its words lead, else which links to it.
  function findingOf(claim) {
    const around = claim.closest(".text a");
    if (around) return at(around.hash);
    const link = one(`.finding a[href="#${CSS.escape(claim.id)}"]`);
    return link ? link.closest(".finding") : null;
  }

  function citation(claim, finding) {
    const found = words(claim);
    const place = claim.closest(".doc").dataset.cite.replace("@", found.range);
    const name = finding ? `; sayso finding ${finding.id.replace("finding-", "")}` : "";
    return `“${found.told}” — ${place}${name}`;
  }

  function copy(text) {
    const byHand = () => {
      const box = one("#dock-copy");
      one("#dock").hidden = box.hidden = false;
      box.value = text;
      box.focus();
      box.select();
      say("The citation is selected: copy it with your keyboard.");
    };
    if (!navigator.clipboard) { byHand(); return; }
    navigator.clipboard.writeText(text).then(() => say("Citation copied."), byHand);
  }

  // Every statement with an address gets a button that copies its citation.
  function addCites() {
    const button = (label) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "cite";
      made.textContent = "cite";
      made.setAttribute("aria-label", label);
      return made;
    };
    const places = [...all(".finding"), ...all(".told blockquote > a")];
    const some = () => { // a few at a time, so that the page opens at once
      for (const place of places.splice(0, 300)) {
        if (place.localName === "a") place.after(" ", button("Copy these words as a citation"));
        else one(".by, small", place).append(" ", button("Copy this finding as a citation"));
      }
      if (places.length) setTimeout(some, 20);
    };
    some();
  }
  function cite(button) {
    const link = button.closest("blockquote");
    const finding = button.closest(".finding");
    const claim = at(link ? one("a", link).hash : statement(finding));
    if (claim) copy(citation(claim, finding || findingOf(claim)));
  }

  // Where one is: a target is unfolded and marked whole, and a bar offers the way back.
  const trail = [];
  let shown = null;
  function unfold(element) {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }
  function arrive() {
    all(".hit").forEach((piece) => piece.classList.remove("hit"));
    const target = at(location.hash);
    const box = one("#dock-copy");
    box.hidden = true;
    shown = target;
    const claim = target && target.dataset.s ? target : null;
    const finding = claim ? findingOf(claim) : target && target.classList.contains("finding") ? target : null;
    one("#dock").hidden = !(claim || finding || (target && target.matches("article, li, tr") && trail.length));
    if (!target) return;
    unfold(target);
    if (finding && !claim) all(":scope > details", target).forEach((fold) => { fold.open = true; });
    if (claim) words(claim).pieces.forEach((piece) => piece.classList.add("hit"));
    target.scrollIntoView({ block: claim ? "center" : "start" });
    one("#dock-text").textContent = claim ? `${one(".outlet", claim.closest(".doc")).textContent}: “${words(claim).told}”` : finding ? `Finding: ${(one("h3", finding) || one("p", finding)).textContent.replace("¶", "").trim()}` : "";
    one("#dock-back").hidden = !trail.length;
    one("#dock-cite").hidden = !(claim || finding);
    const why = one("#dock-why");
    why.hidden = !(claim && finding);
    if (finding) why.href = `#${finding.id}`;
  }
  let going = null; // "there" after a click on a link, "back" after the button; else the browser's own way back or forth
  function back() {
    going = "back";
    history.back();
  }
  function moved() {
    const from = going === "there" ? null : trail.pop();
    const came = going === "back" && from;
    going = null;
    arrive();
    if (!came || came.closest("#dock")) return;
    one("#dock").hidden = true;
    unfold(came);
    came.focus({ preventScroll: true });
    came.scrollIntoView({ block: "center" });
  }

  // Filters of the findings; what is chosen stands in the address, so that it can be handed on.
  const names = ["status", "outlet", "entity"];
  const field = (name) => one(`#filter-${name}`);
  function filter() {
    const wanted = names.map((name) => field(name) ? field(name).value : "");
    let count = 0;
    const found = all(".finding");
    for (const item of found) {
      const keys = item.dataset.f.split(" ");
      item.hidden = wanted.some((value, n) => value && !(keys[n] || "").split(",").includes(value));
      if (!item.hidden) count += 1;
    }
    for (const group of all(".alone")) group.hidden = !one(".finding:not([hidden])", group);
    for (const fold of all("#told-by-several, #told-by-one")) {
      const inside = all(".finding:not([hidden])", fold).length;
      one("summary .count", fold).textContent = String(inside);
      fold.hidden = inside === 0;
      if (wanted.some(Boolean) && inside === count) fold.open = true;
    }
    one("#filter-count").textContent = wanted.some(Boolean) ? `${count} of ${found.length} findings shown` : `All ${found.length} findings shown`;
  }
  function remember() {
    const told = names.map((name) => field(name) && field(name).value ? `&${name}=${encodeURIComponent(field(name).value)}` : "").join("");
    history.replaceState(null, "", `#findings${told}`);
  }
  function recall() {
    const [where, ...told] = location.hash.slice(1).split("&");
    if (where !== "findings" || !told.length) return;
    for (const part of told) {
      const [name, value] = part.split("=");
      if (names.includes(name) && field(name)) field(name).value = decodeURIComponent(value || "");
    }
    filter();
    one("#findings").scrollIntoView();
  }

  // The part in view is marked in the contents.
  function follow() {
    const mark = (id) => {
      for (const link of all("nav a")) {
        if (link.hash === `#${id}`) { link.setAttribute("aria-current", "true"); one("#here").textContent = link.textContent; }
        else link.removeAttribute("aria-current");
      }
    };
    const seen = new Map();
    const watch = new IntersectionObserver((entries) => {
      for (const entry of entries) seen.set(entry.target.id, entry.isIntersecting);
      const first = parts.find((part) => seen.get(part.id));
      if (first) mark(first.id);
    }, { rootMargin: "-20% 0px -70% 0px" });
    const parts = all("main > section, footer > section");
    parts.forEach((part) => watch.observe(part));
  }

  // On paper everything is unfolded, and folded again afterwards.
  let opened = [];
  addEventListener("beforeprint", () => { opened = all("details:not([open], .top, .whole, .more, .long)"); opened.forEach((fold) => { fold.open = true; }); });
  addEventListener("afterprint", () => { opened.forEach((fold) => { fold.open = false; }); opened = []; });

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".cite");
    if (button) { cite(button); return; }
    const link = event.target.closest("a[href^='#']");
    if (link) {
      if (link.dataset.status && field("status")) { one("#filters").reset(); field("status").value = link.dataset.status; filter(); }
      if (link.hash !== location.hash) { going = "there"; trail.push(link); }
      if (link.closest(".top")) one(".top").open = false;
      if (link.hash === location.hash) arrive();
      return;
    }
    const piece = event.target.closest(".text .c");
    if (piece && String(getSelection()) === "") {
      const own = piece.dataset.s ? piece : all("[data-s]", piece.closest(".text")).filter((x) => x.compareDocumentPosition(piece) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
      if (own) { trail.length = 0; history.replaceState(null, "", `#${own.id}`); arrive(); }
    }
  });
  one("#dock-back").addEventListener("click", back);
  one("#dock-close").addEventListener("click", () => { one("#dock").hidden = true; });
  one("#dock-cite").addEventListener("click", () => {
    const claim = shown.dataset.s ? shown : at(statement(shown));
    if (claim) copy(citation(claim, findingOf(claim)));
  });
  addEventListener("hashchange", moved);
  addCites();
  const filters = one("#filters");
  if (filters) {
    filters.hidden = false;
    filters.addEventListener("change", () => { filter(); remember(); });
    filters.addEventListener("reset", () => setTimeout(() => { filter(); remember(); }));
    filter();
    recall();
  }
  follow();
  arrive();
})();
