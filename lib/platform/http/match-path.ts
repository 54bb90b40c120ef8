export type PathParams = Record<string, string>

const isParameter = (segment: string) => segment.startsWith('{')

/** Returns the segments of a path, decoded, as Next.js compares them. */
export function segmentsOf(pathname: string): string[] {
  return pathname.split('/').map(decodeURIComponent)
}

/**
 * Returns a function that matches a path against `template`, and returns its parameters.
 *
 * @param template such as `/zaken/{uuid}`; a parameter is one segment that is not empty
 */
export function pathMatcher(template: string): (given: readonly string[]) => PathParams | undefined {
  const segments = template.split('/')
  return (given) => {
    if (given.length !== segments.length) return undefined
    const params: PathParams = {}
    for (const [index, segment] of segments.entries()) {
      const value = given[index]
      if (isParameter(segment) && value) params[segment.slice(1, -1)] = value
      else if (segment !== value) return undefined
    }
    return params
  }
}
