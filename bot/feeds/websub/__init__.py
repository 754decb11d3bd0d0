"""Hubs that call when a feed has something new, by the WebSub specification."""
