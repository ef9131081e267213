"""What a team has filled in: answers by permanent item id. Pure; opens no files."""
