"""What is kept between runs: settings (the user's file), and notes, corrections and places (the state)."""
