import type { PublieksportaalContext } from '../context.ts'
import type { Pushvoorkeuren } from './find-apparaten.ts'

/** What the citizen wants pushed, on all devices; what waits obeys it too. */
export async function setPushvoorkeuren(
  { db }: Pick<PublieksportaalContext, 'db'>,
  { burgerId, voorkeuren }: { burgerId: string; voorkeuren: Pushvoorkeuren },
): Promise<void> {
  const { voortgang, termijnen } = voorkeuren
  await db.burger.updateMany({
    where: { id: burgerId },
    data: { pushVoortgang: voortgang, pushTermijnen: termijnen },
  })
}
