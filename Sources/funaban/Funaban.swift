import ArgumentParser

@main struct Funaban: ParsableCommand {}
