"""Matrix, through matrix-nio: rooms, encrypted or not, as chats.

One device, whose id and keys are kept in the data directory, stands behind everything: homeservers
recognise a repeated transaction id only from the same device, and that is what makes a retried
delivery the same event.
"""
