"""Articles out of web pages, measured as in the article extraction benchmark."""
