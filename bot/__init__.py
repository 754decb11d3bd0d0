"""What is done: the world's feeds become messages that reach people.

Feeds become articles, articles become events, events become messages, messages reach people.
"""
