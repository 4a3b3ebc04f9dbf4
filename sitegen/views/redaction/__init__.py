"""What must not be published, taken out before any page is made."""
