"""What the bot serves over HTTP: calendars, and the calls of WebSub hubs."""
