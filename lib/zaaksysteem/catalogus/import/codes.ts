/** The longest code made from a name: below the limit of a code, so that a number fits behind it. */
const MOST_CODE = 70
const MOST_IDENTIFICATIE = 40

/** Returns a function that makes unique codes from names, in the form that events carry. */
export function createCodes(): (naam: string) => string {
  const given = new Set<string>()
  return (naam) => {
    const plain = withoutMarks(naam).toLowerCase()
    const words = plain
      .split(/[^a-z0-9]+/)
      .filter(Boolean)
      .join('_')
      .slice(0, MOST_CODE)
    const code = /^[a-z]/.test(words) ? words : ['stap', words].filter(Boolean).join('_')
    let unique = code
    for (let n = 2; given.has(unique); n++) unique = `${code}_${n}`
    given.add(unique)
    return unique
  }
}

/** Returns the code of a zaaktype: capitals, digits and hyphens. */
export function toIdentificatie(identificatie: string): string {
  const words = withoutMarks(identificatie)
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean)
  const code = words.join('-')
  return (/^[A-Z]./.test(code) ? code : ['ZAAKTYPE', code].filter(Boolean).join('-')).slice(0, MOST_IDENTIFICATIE)
}

const withoutMarks = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '')
