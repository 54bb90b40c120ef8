/** Whether an aim was met, in words. */
export function verdict(isMet: boolean): string {
  return isMet ? 'met' : 'not met'
}
