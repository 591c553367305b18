import Inventory
import Posture
import SourceText
import Templates

/// The edits for a set of candidates, before they are proven.
struct Draft {
  /// The new text of every file that changes, by path.
  private(set) var files: [String: SourceFile] = [:]
  /// The operations by unit.
  private(set) var operations: [[Operation]]
  /// The candidates that cannot be written together with the others, and why.
  private(set) var refused: [(key: FindingKey, reason: LocalizedText)] = []

  private var edits: [String: (file: SourceFile, edits: [PlacedEdit])] = [:]
  /// The same edits without their order, by the path of the file.
  private var known: [String: Set<PlacedEdit>] = [:]

  /// The files that change as they were, by path.
  var originals: [String: SourceFile] { edits.mapValues(\.file) }

  /// The edits by the file that they are for, in the order of their places.
  var editsByFile: [SourceFile: [Edit]] {
    Dictionary(
      uniqueKeysWithValues: edits.values.map { ($0.file, Edit.inOrder($0.edits.map(\.edit))) }
    )
  }

  private struct PlacedEdit: Hashable {
    let edit: Edit
    let users: [FindingKey]
  }

  init(_ candidates: [Candidate], _ units: [DeploymentUnit], _ documents: [SourceDocuments]) {
    operations = Array(repeating: [], count: units.count)
    for unit in units.indices {
      let own = candidates.filter { $0.unit == unit }
      guard !own.isEmpty else { continue }
      operations[unit] = place(own, units[unit], documents[unit])
      write(operations[unit], own, documents[unit])
      writeAdditions(own, units[unit], documents[unit])
    }
    apply()
  }

  // MARK: - Operations

  /// The operations of all candidates of one unit, their patches merged by resource.
  private mutating func place(
    _ candidates: [Candidate],
    _ unit: DeploymentUnit,
    _ documents: SourceDocuments
  ) -> [Operation] {
    var placement = Placement(documents)
    for (index, inventory) in unit.inventories.enumerated() {
      for (id, patch) in merged(candidates, scenario: index).sorted(by: {
        $0.key.path < $1.key.path
      }) {
        guard let resource = inventory[id] else { continue }
        // Each patch was placed by itself before, so this is not refused.
        try? placement.place(patch, in: resource)
      }
    }
    return placement.operations
  }

  private mutating func merged(
    _ candidates: [Candidate],
    scenario: Int
  ) -> [ResourceID: Patch] {
    var patches: [ResourceID: Patch] = [:]
    for candidate in candidates {
      for (inventory, plan) in candidate.plans where inventory == scenario {
        for (id, patch) in plan.patches {
          guard let old = patches[id] else {
            patches[id] = patch
            continue
          }
          if let both = old.merged(with: patch) {
            patches[id] = both
          } else {
            refused.append((candidate.key, .conflict))
          }
        }
      }
    }
    return patches
  }

  // MARK: - Edits

  private mutating func write(
    _ operations: [Operation],
    _ candidates: [Candidate],
    _ documents: SourceDocuments
  ) {
    let builder = EditBuilder(documents)
    let groups = Dictionary(grouping: operations, by: \.place)
    var usersByPlace: [SourceLocation: [FindingKey]] = [:]
    for candidate in candidates {
      for place in Set(candidate.operations.map(\.place)) {
        usersByPlace[place, default: []].append(candidate.key)
      }
    }
    var written: Set<SourceLocation> = []
    for place in operations.map(\.place) where written.insert(place).inserted {
      let users = usersByPlace[place] ?? []
      do throws(EditRefusal) {
        add(try builder.edits(of: groups[place] ?? [], at: place), to: place.file, users)
      } catch {
        refused += users.map { ($0, error.reason) }
      }
    }
  }

  private mutating func writeAdditions(
    _ candidates: [Candidate],
    _ unit: DeploymentUnit,
    _ documents: SourceDocuments
  ) {
    // Each call of a module has resources of its own that stand at the same place.
    var written: [SourceLocation: Set<ResourceDraft>] = [:]
    for candidate in candidates {
      for (index, plan) in candidate.plans {
        for addition in plan.resources {
          guard let neighbour = unit.inventories[index][addition.neighbour],
            written[neighbour.location, default: []].insert(addition.draft).inserted
          else { continue }
          do throws(EditRefusal) {
            let edits = try EditBuilder(documents).edits(of: addition, beside: neighbour.location)
            add(edits, to: neighbour.location.file, [candidate.key])
          } catch {
            refused.append((candidate.key, error.reason))
          }
        }
      }
    }
  }

  private mutating func add(_ new: [Edit], to file: SourceFile, _ users: [FindingKey]) {
    for edit in new {
      let placed = PlacedEdit(edit: edit, users: users)
      guard known[file.path, default: []].insert(placed).inserted else { continue }
      edits[file.path, default: (file, [])].edits.append(placed)
    }
  }

  /// Who gives way: the users of the later edit, but for one where all of them want both.
  private func losers(of error: EditError, among edits: [PlacedEdit]) -> [FindingKey] {
    func users(of edit: Edit) -> [FindingKey] { edits.filter { $0.edit == edit }.flatMap(\.users) }
    switch error {
    case .outOfBounds(let edit): return users(of: edit)
    case .overlap(let earlier, let later):
      let (first, second) = (users(of: earlier), users(of: later))
      let others = second.filter { !first.contains($0) }
      return !others.isEmpty ? others : second.count > 1 ? Array(second.dropFirst()) : second
    }
  }

  private mutating func apply() {
    for (path, entry) in edits {
      do throws(EditError) {
        files[path] = try entry.file.applying(entry.edits.map(\.edit))
      } catch {
        refused += losers(of: error, among: entry.edits).map { ($0, .conflict) }
      }
    }
  }
}

extension LocalizedText {
  static let conflict = LocalizedText(
    en: "Another fix changes the same place; run `funaban fix` again after it is written.",
    ja: "別の修正が同じ箇所を変更する。書き込んだ後に `funaban fix` をもう一度実行する。"
  )
}
