import type { PublieksportaalContext } from '../context.ts'
import type { Mailvoorkeuren } from './find-emailadres.ts'

/** What the citizen wants to be mailed about; what waits to be mailed obeys it too. */
export async function setMailvoorkeuren(
  { db }: Pick<PublieksportaalContext, 'db'>,
  { burgerId, voorkeuren }: { burgerId: string; voorkeuren: Mailvoorkeuren },
): Promise<void> {
  const { voortgang, termijnen } = voorkeuren
  await db.emailadres.updateMany({ where: { burgerId }, data: { voortgang, termijnen } })
}
