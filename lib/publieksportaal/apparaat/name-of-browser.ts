import Bowser from 'bowser'

/** More than browsers send. */
const MAX_LENGTH = 500
const MAX_NAME_LENGTH = 60

/** By which a citizen knows a device again, such as `Chrome (Android)`; null when the browser does not say. */
export function nameOfBrowser(userAgent: string | null): string | null {
  if (!userAgent) return null
  const { browser, os } = Bowser.parse(userAgent.slice(0, MAX_LENGTH))
  if (!browser.name) return null
  return (os.name ? `${browser.name} (${os.name})` : browser.name).slice(0, MAX_NAME_LENGTH)
}
