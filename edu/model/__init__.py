"""What a course is: frozen types without input or output."""
