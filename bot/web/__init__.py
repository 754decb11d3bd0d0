"""What the bot serves over HTTP: the diary as a site, calendars, and the calls of WebSub hubs."""
