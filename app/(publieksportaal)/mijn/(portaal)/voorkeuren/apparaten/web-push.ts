import { afterwards } from '../paths.ts'

const WORKER = '/mijn/sw.js'
const SCOPE = '/mijn/'
const DEVICES = '/api/publieksportaal/apparaten'
const TOO_MANY = 409
/** The signed-in citizen is another than the page shows. */
const FORBIDDEN = 403

/**
 * The state of push on this device. `beginscherm`: an iPhone or iPad, which supports push only from the home
 * screen.
 */
export type Stand =
  | { stand: 'nietOndersteund' | 'beginscherm' | 'geweigerd' | 'uit' }
  | { stand: 'aan'; apparaatId: string }

export type Fout = 'geenToestemming' | 'teVeel' | 'mislukt'

/**
 * @param options.apparaten of the citizen, because the browser may be subscribed for its previous user
 * @param options.publicKey of the portal; a subscription with a former key receives nothing
 */
export async function readStand({
  apparaten,
  publicKey,
}: {
  apparaten: { id: string; endpointHash: string }[]
  publicKey: string
}): Promise<Stand> {
  const isSupported = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (!isSupported) return { stand: isApple() ? 'beginscherm' : 'nietOndersteund' }
  if (Notification.permission === 'denied') return { stand: 'geweigerd' }
  const subscription = await currentSubscription()
  if (!subscription || base64url(subscription.options.applicationServerKey) !== publicKey) return { stand: 'uit' }
  const hash = await sha256(subscription.endpoint)
  const apparaat = apparaten.find(({ endpointHash }) => endpointHash === hash)
  return apparaat ? { stand: 'aan', apparaatId: apparaat.id } : { stand: 'uit' }
}

/**
 * Asks for permission, so call it only after a click.
 *
 * @returns the error, or the URL to continue at
 */
export async function switchOn(options: {
  burgerId: string
  publicKey: string
  taal: string
}): Promise<{ fout: Fout } | { naar: string }> {
  const permission = await Notification.requestPermission()
  if (permission !== 'granted') return { fout: 'geenToestemming' }
  await navigator.serviceWorker.register(WORKER, { scope: SCOPE })
  const { pushManager } = await navigator.serviceWorker.ready
  const { burgerId, publicKey, taal } = options
  const subscription = await subscribe(pushManager, publicKey)
  const response = await fetch(DEVICES, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ burgerId, subscription, taal }),
  })
  if (response.ok) return { naar: afterwards('apparaatAan') }
  if (response.status === FORBIDDEN) return { naar: afterwards('andereBurger') }
  return { fout: response.status === TOO_MANY ? 'teVeel' : 'mislukt' }
}

export async function unsubscribe(): Promise<void> {
  await (await currentSubscription())?.unsubscribe()
}

/** Subscribes the browser, replacing a subscription with a former key of the portal. */
async function subscribe(pushManager: PushManager, applicationServerKey: string): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey }
  try {
    return await pushManager.subscribe(options)
  } catch (error) {
    const former = await pushManager.getSubscription()
    if (!former) throw error
    await former.unsubscribe()
    return pushManager.subscribe(options)
  }
}

async function currentSubscription(): Promise<PushSubscription | null | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE)
  return registration?.pushManager.getSubscription()
}

/** An iPad identifies itself as a Mac, but has a touch screen. */
function isApple(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  return /iPhone|iPad/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)
}

function base64url(key: ArrayBuffer | null): string {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(key ?? [])))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Returns the hash in hex, as the portal stores it. */
async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
