@main struct Funaban { static func main() {} }
