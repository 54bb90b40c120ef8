const LOOK_MS = 100

/**
 * Polls until `find` returns something, and returns that; rejects when `signal` aborts. Has no timeout,
 * because a busy machine is slow and the story shows that it waits.
 */
export async function until<T>(
  find: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  signal: AbortSignal,
): Promise<T> {
  for (;;) {
    signal.throwIfAborted()
    const found = await find()
    if (found) return found
    await pause(LOOK_MS, signal)
  }
}

export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}

/** Operates the page in one of the frames by its visible text, as a person does. */
export class Scherm {
  private readonly frame: HTMLIFrameElement
  private readonly signal: AbortSignal

  constructor(frame: HTMLIFrameElement, signal: AbortSignal) {
    this.frame = frame
    this.signal = signal
  }

  /**
   * Navigates to `path` unless it is shown, and waits for `shows`. Reloads while that is missing, as when the
   * zaak has not arrived yet.
   */
  async open(path: string, shows: RegExp): Promise<void> {
    let asked = 0
    let before: Document | null = null
    let patience = 1000
    const isThere = () => this.path() === path && shows.test(this.main()?.textContent ?? '')
    // A page that is still loading would be accepted as the requested one and then replaced.
    const isComing = () => this.path() === path && this.frame.contentDocument?.readyState === 'loading'
    await until(() => {
      if (isThere()) return true
      if (Date.now() - asked > patience && !isComing()) {
        // Navigating again aborts a slow load, so wait longer each time.
        if (this.frame.contentDocument === before) patience *= 2
        before = this.frame.contentDocument
        asked = Date.now()
        this.frame.contentWindow?.location.assign(path)
      }
      return false
    }, this.signal)
  }

  sees(text: RegExp): Promise<true> {
    return until(() => text.test(this.main()?.textContent ?? '') || undefined, this.signal)
  }

  /**
   * Scrolls the heading, table row or paragraph with this text into view. Does so again until it stays there,
   * because a message that takes the focus scrolls the page too.
   */
  async show(text: RegExp): Promise<void> {
    let looks = 0
    await until(async () => {
      const hasScrolled = this.scrollTo(await this.find('h1, h2, h3, tr, p, li', text))
      looks += 1
      return looks > 1 && !hasScrolled
    }, this.signal)
  }

  /** Clicks the first link, button or option label with this text. */
  async click(text: RegExp): Promise<void> {
    const element = await this.find<HTMLElement>('a, button, label, summary', text)
    this.scrollTo(element)
    element.click()
  }

  /** Types into the field with this label. */
  async fill(label: RegExp, value: string): Promise<void> {
    const element = await this.find<HTMLElement>('label, [aria-label]', label)
    const field = (element instanceof this.window.HTMLLabelElement ? element.control : element) as HTMLInputElement
    this.scrollTo(field)
    // React ignores a value set by script unless the native setter is used
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value') as PropertyDescriptor
    set?.call(field, value)
    field.dispatchEvent(new this.window.Event('input', { bubbles: true }))
  }

  /**
   * Scrolls the frame only; `scrollIntoView` would also move the page around it.
   *
   * @returns whether the frame has moved
   */
  private scrollTo(element: Element): boolean {
    const before = this.window.scrollY
    const { top } = element.getBoundingClientRect()
    this.window.scrollBy({ top: Math.round(top - this.window.innerHeight / 3), behavior: 'instant' })
    return this.window.scrollY !== before
  }

  /** Waits until React has hydrated, because earlier clicks and input are lost. */
  private find<E extends HTMLElement>(selector: string, text: RegExp): Promise<E> {
    return until(
      () =>
        [...(this.main()?.querySelectorAll<E>(selector) ?? [])].find(
          (element) =>
            text.test(element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '') && isAlive(element),
        ),
      this.signal,
    )
  }

  private main() {
    return this.frame.contentDocument?.querySelector('main')
  }

  private get window() {
    return this.frame.contentWindow as Window & typeof globalThis
  }

  /** `undefined` while the browser shows its own error page too, which scripts may not read. */
  private path() {
    return this.frame.contentDocument?.location.pathname
  }
}

function isAlive(element: Element): boolean {
  return Object.keys(element).some((key) => key.startsWith('__reactProps'))
}
