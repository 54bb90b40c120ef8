/**
 * Returns the name with the smallest Levenshtein distance.
 *
 * @param {string} name
 * @param {string[]} names
 */
export function closest(name, names) {
  const [first] = names.map((one) => ({ one, distance: distance(name, one) })).sort((a, b) => a.distance - b.distance)
  return first?.one ?? ''
}

/** @param {string} from @param {string} to */
function distance(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [index, letter] of [...from].entries()) {
    const above = row
    row = [index + 1]
    for (const [column, other] of [...to].entries()) {
      const changed = Number(above[column]) + Number(letter !== other)
      row.push(Math.min(changed, Number(above[column + 1]) + 1, Number(row[column]) + 1))
    }
  }
  return Number(row.at(-1))
}
