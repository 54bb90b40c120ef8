/** Stores for this tab only, until it closes. Nothing is kept when the browser refuses all storage. */
export const tabStorage = {
  read<Kept>(key: string): Kept | undefined {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined
    } catch {
      return undefined
    }
  },
  write(key: string, kept: object | undefined): void {
    try {
      if (kept) sessionStorage.setItem(key, JSON.stringify(kept))
      else sessionStorage.removeItem(key)
    } catch {
      // refused
    }
  },
}
