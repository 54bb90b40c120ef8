import { setTimeout as sleep } from 'node:timers/promises'
import { decodeJwt, decodeProtectedHeader, generateKeyPair, SignJWT } from 'jose'
import type { Antwoord, Gedrag, Verzoek } from './lijn.ts'

const SLOW_MS = 4_000
/** How long a message waits for the one that overtakes it. */
const OVERTAKEN_WITHIN_MS = 1_500
/** The status that the attacker puts in the message. */
const FORGED = 'vergunning_verleend'

export const netwerkDoor: Gedrag = async () => undefined

/** The portal receives the message, and the response is lost. */
export const antwoordWeg: Gedrag = async (verzoek, portaal) => {
  await portaal(verzoek)
  return undefined
}

export const traag: Gedrag = async (verzoek, portaal) => {
  await sleep(SLOW_MS)
  return portaal(verzoek)
}

export const geknoeid: Gedrag = async (verzoek, portaal) => portaal(forged(verzoek))

/** The message arrives, and an attacker replays its token with another message. */
export const tokenGestolen: Gedrag = async (verzoek, portaal) => {
  const antwoord = await portaal(verzoek)
  await portaal(forged(verzoek))
  return antwoord
}

/** A message overtakes the one before it and arrives twice, and the earlier one is repeated after it. */
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

/** The same claims, signed with another key under the key id of the zaaksysteem. */
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

/** Kills the sender while it waits for the response to a lost message. */
export function bezorgerGedood(kill: () => void): Gedrag {
  let isKilled = false
  return async (verzoek, portaal) => {
    if (isKilled) return portaal(verzoek)
    isKilled = true
    kill()
    return undefined
  }
}

/** Replaces the status and keeps all other bytes. */
function forged(verzoek: Verzoek): Verzoek {
  const text = verzoek.body.toString()
  const changed = text.replace(/("nieuweStatus":\s*")[^"]*/, `$1${FORGED}`)
  return { ...verzoek, body: Buffer.from(changed === text ? `${text} ` : changed) }
}
