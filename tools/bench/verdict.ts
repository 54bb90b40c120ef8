export function verdict(isMet: boolean): string {
  return isMet ? 'met' : 'not met'
}
