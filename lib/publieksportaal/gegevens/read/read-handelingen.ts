import type { ReadOnderdeel } from '../onderdeel.ts'

/** What the audittrail holds with the burger as who did it, or as whom it was done for. Nobody else is named in it. */
export const readHandelingen: ReadOnderdeel = async ({ db }, { burgerId, na, limit }) => {
  // two queries, each in the order of an index of its own
  const page = { orderBy: { id: 'desc' }, take: limit } as const
  const before = { actorSoort: 'burger', ...(na && { id: { lt: na } }) } as const
  const [did, forHim] = await Promise.all([
    db.handeling.findMany({ where: { actor: burgerId, ...before }, ...page }),
    db.handeling.findMany({ where: { namens: burgerId, ...before }, ...page }),
  ])
  const rows = [...did, ...forHim].toSorted((one, other) => (one.id > other.id ? -1 : 1)).slice(0, limit)
  return rows.map(({ id, tijdstip, handeling, uitkomst, actor, namens }) => ({
    id,
    gegevens: { tijdstip, handeling, uitkomst, door: doorOf({ actor, namens }, burgerId) },
  }))
}

function doorOf({ actor, namens }: { actor: string | null; namens: string | null }, burgerId: string): string {
  if (actor !== burgerId) return 'iemand anders, voor u'
  return namens === null ? 'uzelf' : 'u, voor iemand anders'
}
