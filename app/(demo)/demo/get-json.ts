/** Returns the JSON of an endpoint of either system, bypassing the HTTP cache. */
export async function getJson(path: string): Promise<unknown> {
  const response = await fetch(path, { cache: 'no-store' })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.json()
}
