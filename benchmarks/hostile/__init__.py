"""What hostile input costs, and how the cost grows with its size."""
