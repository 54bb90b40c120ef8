import { setTimeout as sleep } from 'node:timers/promises'
import { decodeJwt, decodeProtectedHeader, generateKeyPair, SignJWT } from 'jose'
import type { Antwoord, Gedrag, Verzoek } from './lijn.ts'

const SLOW_MS = 4_000
/** How long a message waits for one that overtakes it. */
const OVERTAKEN_WITHIN_MS = 1_500
/** What who meddles would like to be true. */
const FORGED = 'vergunning_verleend'

export const netwerkDoor: Gedrag = async () => undefined

/** The portal takes it, and the zaaksysteem does not hear of that. */
export const antwoordWeg: Gedrag = async (verzoek, portaal) => {
  await portaal(verzoek)
  return undefined
}

export const traag: Gedrag = async (verzoek, portaal) => {
  await sleep(SLOW_MS)
  return portaal(verzoek)
}

export const geknoeid: Gedrag = async (verzoek, portaal) => portaal(forged(verzoek))

/** The message arrives. Who copied its token sends another one with it. */
export const tokenGestolen: Gedrag = async (verzoek, portaal) => {
  const antwoord = await portaal(verzoek)
  await portaal(forged(verzoek))
  return antwoord
}

/** A message passes the one before it, comes twice, and the one before it comes once more after it. */
export function dubbel(): Gedrag {
  let letPass: (() => void) | undefined
  let former: Verzoek | undefined
  return async (verzoek, portaal) => {
    if (letPass) {
      const release = letPass
      letPass = undefined
      const antwoord = await twice()
      release()
      return antwoord
    }
    const passed = new Promise<void>((resolve) => {
      letPass = resolve
    })
    await Promise.race([passed, sleep(OVERTAKEN_WITHIN_MS)])
    letPass = undefined
    return twice()

    async function twice(): Promise<Antwoord | undefined> {
      const antwoord = await portaal(verzoek)
      await portaal(verzoek)
      if (former) await portaal(former)
      former = verzoek
      return antwoord
    }
  }
}

/** The same token, signed with a key that is not that of the zaaksysteem under the name of one that is. */
export function verkeerdeSleutel(): Gedrag {
  const pair = generateKeyPair('ES256')
  return async (verzoek, portaal) => {
    const [, token] = /^Bearer (.+)$/.exec(verzoek.headers.authorization ?? '') ?? []
    if (!token) return portaal(verzoek)
    const { kid = '', typ } = decodeProtectedHeader(token)
    const header = { alg: 'ES256', kid, ...(typ && { typ }) }
    const signed = await new SignJWT(decodeJwt(token)).setProtectedHeader(header).sign((await pair).privateKey)
    return portaal({ ...verzoek, headers: { ...verzoek.headers, authorization: `Bearer ${signed}` } })
  }
}

/** Somebody ends the sender while it waits for an answer to what never arrives. */
export function bezorgerGedood(kill: () => void): Gedrag {
  let isKilled = false
  return async (verzoek, portaal) => {
    if (isKilled) return portaal(verzoek)
    isKilled = true
    kill()
    return undefined
  }
}

/** Another status in the same bytes otherwise. */
function forged(verzoek: Verzoek): Verzoek {
  const text = verzoek.body.toString()
  const changed = text.replace(/("nieuweStatus":\s*")[^"]*/, `$1${FORGED}`)
  return { ...verzoek, body: Buffer.from(changed === text ? `${text} ` : changed) }
}
