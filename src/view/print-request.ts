let requested = false

/** The screen that is opened next is to be printed as soon as it is drawn. */
export const requestPrint = (): void => {
  requested = true
}

/** Whether the screen that is open now is to be printed; true once only, so that going back to it prints nothing. */
export function takePrintRequest(): boolean {
  const taken = requested
  requested = false
  return taken
}
