"""What is done: the world's feeds become articles, articles become events, events become messages, messages reach people."""
