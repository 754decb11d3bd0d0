"""The stages between the world and the chats: articles read, events filed, messages owed, old things dropped."""
