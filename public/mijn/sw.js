// The service worker of Mijn zaken: shows what the portal pushes (lib/publieksportaal/push), and leads to the zaak.

self.addEventListener('push', (event) => {
  const { titel, tekst, taal, kenmerk, pad } = event.data.json()
  const options = { body: tekst, lang: taal, tag: kenmerk, renotify: true, data: { pad } }
  event.waitUntil(self.registration.showNotification(titel, options))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openPage(event.notification.data.pad))
})

self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)))

async function openPage(pad) {
  const { href, origin, pathname } = new URL(pad, self.location.origin)
  if (origin !== self.location.origin || !pathname.startsWith('/mijn/')) return
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = windows.find(({ url }) => url === href)
  await (there ? there.focus() : self.clients.openWindow(href))
}

/** Not every browser says which subscription it had; then the citizen switches it on again. */
async function renew({ oldSubscription, newSubscription }) {
  if (!oldSubscription) return
  const subscription = newSubscription ?? (await self.registration.pushManager.subscribe(oldSubscription.options))
  await fetch('/api/publieksportaal/apparaten', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ endpoint: oldSubscription.endpoint, subscription }),
  })
}
