import { NOW, SINK, type TestDelivery } from '../test-deliveries.ts'
import { type Bericht, readJwks } from './bericht.ts'
import { type Controle, checkBericht } from './check-bericht.ts'

const SOURCE = 'urn:nld:oin:00000099000000001000:systeem:zaaksysteem'

/** A delivery as its receiver would paste it. */
export function asBericht(delivery: TestDelivery, changes: Partial<Bericht> = {}): Bericht {
  return {
    headers: new Map(Object.entries(delivery.headers)),
    body: delivery.body,
    method: 'POST',
    sink: SINK,
    source: SOURCE,
    credentialtype: delivery.credentialtype,
    geheim: delivery.geheim,
    keys: readJwks(delivery.jwks) ?? [],
    moment: NOW,
    ...changes,
  }
}

/** The names of the steps that did not pass, each with how it ended. */
function notPassed({ stappen }: Controle): Record<string, string> {
  return Object.fromEntries(stappen.flatMap(({ naam, uitkomst }) => (uitkomst === 'goed' ? [] : [[naam, uitkomst]])))
}

export async function outcomeOf(bericht: Bericht): Promise<Record<string, string>> {
  return notPassed(await checkBericht(bericht, []))
}
