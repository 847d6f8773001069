"""Chinese and Japanese, which have no spaces: people, speakers and statements by rules."""
