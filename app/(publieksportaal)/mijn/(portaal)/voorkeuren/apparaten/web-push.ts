import { afterwards } from '../paths.ts'

const WORKER = '/mijn/sw.js'
const SCOPE = '/mijn/'
const DEVICES = '/api/publieksportaal/apparaten'
const TOO_MANY = 409
/** Another than the page shows is signed in now. */
const FORBIDDEN = 403

/** What can be done on this device. `beginscherm`: on an iPhone or iPad it can, from the home screen. */
export type Stand =
  | { stand: 'nietOndersteund' | 'beginscherm' | 'geweigerd' | 'uit' }
  | { stand: 'aan'; apparaatId: string }

export type Fout = 'geenToestemming' | 'teVeel' | 'mislukt'

/**
 * @param options.apparaten of the citizen; a browser can also be subscribed for whoever used it before
 * @param options.publicKey of the portal; under a former one nothing arrives
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

/** Asks for permission, so only after a press. @returns what went wrong, or where to go on */
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

/** Subscribes the browser, from the beginning when it is subscribed under a former key of the portal. */
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

/** An iPad says that it is a Mac, which has no touch screen. */
function isApple(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  return /iPhone|iPad/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)
}

function base64url(key: ArrayBuffer | null): string {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(key ?? [])))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** In hex, as the portal keeps it. */
async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
