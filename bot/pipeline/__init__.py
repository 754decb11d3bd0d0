"""The stages between world and chats: articles read, events filed, messages owed."""
