/// What a Terraform resource says about another one, in whose shape the API has it.
struct TerraformJoin: Sendable {
  /// The kind of resource that it speaks of.
  let owner: ResourceKind
  /// The argument that names the owner, or a list of them.
  let by: String
  /// What it says.
  let says: [Saying]

  /// One thing that is said.
  enum Saying: Sendable {
    /// The value of an argument, or of one in a block, stands in the member at the path.
    case argument(String, as: String)
    /// The arguments as a whole are an element of the list `in`, of the shape `of`.
    case element(in: String, of: String)
    /// The arguments are members of the owner.
    case arguments
    /// That the resource is there makes the member true.
    case truth(String)
  }
}
