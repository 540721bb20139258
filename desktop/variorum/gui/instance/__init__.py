"""One window a library: how a program that is started finds the one that runs, and what they say to each other."""
