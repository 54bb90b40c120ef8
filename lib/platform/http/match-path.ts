export type PathParams = Record<string, string>

const isParameter = (segment: string) => segment.startsWith('{')

/**
 * What takes a path apart that is like `template`: `undefined` for another one. Segments are compared decoded, as Next.js does.
 *
 * @param template such as `/zaken/{uuid}`; a parameter matches one segment that is not empty
 */
export function pathMatcher(template: string): (path: string) => PathParams | undefined {
  const segments = template.split('/')
  return (path) => {
    const given = path.split('/')
    if (given.length !== segments.length) return undefined
    const params: PathParams = {}
    for (const [index, segment] of segments.entries()) {
      const value = decodeURIComponent(given[index] as string)
      if (isParameter(segment) && value) params[segment.slice(1, -1)] = value
      else if (segment !== value) return undefined
    }
    return params
  }
}
