"""What has to be true of a file beyond the shape of its keys and values.

Checks read plain data, so that one fault does not hide another: what has the wrong shape is passed over.
"""
