import { NOW, SINK, type TestBezorging } from '../test-bezorgingen.ts'
import { type Bericht, readJwks } from './bericht.ts'
import { type Controle, checkBericht } from './check-bericht.ts'

const SOURCE = 'urn:nld:oin:00000099000000001000:systeem:zaaksysteem'

/** Returns a bezorging as its receiver pastes it. */
export function asBericht(bezorging: TestBezorging, changes: Partial<Bericht> = {}): Bericht {
  return {
    headers: new Map(Object.entries(bezorging.headers)),
    body: bezorging.body,
    method: 'POST',
    sink: SINK,
    source: SOURCE,
    origin: bezorging.headers['webhook-request-origin'] ?? '',
    credentialtype: bezorging.credentialtype,
    geheim: bezorging.geheim,
    keys: readJwks(bezorging.jwks) ?? [],
    moment: NOW,
    ...changes,
  }
}

/** Returns the steps that did not pass, by name, each with its outcome. */
function notPassed({ stappen }: Controle): Record<string, string> {
  return Object.fromEntries(stappen.flatMap(({ naam, uitkomst }) => (uitkomst === 'goed' ? [] : [[naam, uitkomst]])))
}

export async function outcomeOf(bericht: Bericht): Promise<Record<string, string>> {
  return notPassed(await checkBericht(bericht, []))
}
