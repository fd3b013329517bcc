/**
 * Whether a request's path is the webhook's. A reverse proxy may strip the beginning of the path (or all of it), as
 * nginx does with `location /support/ { proxy_pass http://127.0.0.1:8080/; }`, so every ending of the webhook's path
 * will do. What guards the door is the secret.
 * @param webhookUrl the address Telegram was given
 */
export function createPathMatcher(webhookUrl: string): (path: string) => boolean {
  const whole = stepsOf(new URL(webhookUrl).pathname)
  return (path) => {
    const steps = stepsOf(path)
    const stripped = whole.length - steps.length
    return stripped >= 0 && steps.every((step, index) => step === whole[stripped + index])
  }
}

/** Double, leading and closing slashes don't count; what is written as `%2F` stays within its step. */
function stepsOf(path: string): string[] {
  return path
    .split('/')
    .filter((step) => step !== '')
    .map(decoded)
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}
