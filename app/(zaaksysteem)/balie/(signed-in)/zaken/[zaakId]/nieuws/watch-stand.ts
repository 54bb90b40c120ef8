import type { ZaakStand } from '#lib/zaaksysteem/zaak/detail/find-zaak-stand.ts'

/** Requests the state: `gone` is final; `undefined` without a response. */
export type Ask = () => Promise<ZaakStand | 'gone' | undefined>

type Watched = Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>

export const LOOK_EVERY_MS = 10_000

/** Polls the state of a zaak while the page is visible, and at once when it becomes visible. */
export function watchStand({
  page,
  ask,
  onStand,
}: {
  page: Watched
  ask: Ask
  onStand: (stand: ZaakStand) => void
}): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsking = false
  let isStopped = false

  async function look() {
    if (isAsking) return
    isAsking = true
    const stand = await ask()
    isAsking = false
    if (isStopped) return
    if (stand === 'gone') return stop()
    if (stand) onStand(stand)
    plan()
  }

  function plan() {
    clearTimeout(timer)
    if (page.visibilityState === 'visible') timer = setTimeout(look, LOOK_EVERY_MS)
  }

  function turn() {
    clearTimeout(timer)
    if (page.visibilityState === 'visible') look()
  }

  function stop() {
    isStopped = true
    clearTimeout(timer)
    page.removeEventListener('visibilitychange', turn)
  }

  page.addEventListener('visibilitychange', turn)
  plan()
  return stop
}
