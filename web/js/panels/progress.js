/** Listens to the server's progress while something long runs; answers how to stop listening.
 * @param {(share: number, stage: string) => void} show @returns {() => void} */
export function watchProgress(show) {
  const source = new EventSource('/api/v1/events');
  source.addEventListener('check-progress', (event) => {
    const { share = 0, stage = '' } = JSON.parse(event.data);
    show(Math.max(0, Math.min(1, share)), stage);
  });
  return () => source.close();
}
