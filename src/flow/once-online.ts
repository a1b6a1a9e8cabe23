/**
 * Fetches code that a screen needs. Without a line nothing can come: it is waited for, and what failed is fetched again.
 * @throws what fetching throws while there is a line
 */
export async function onceOnline<T>(fetchCode: () => Promise<T>): Promise<T> {
  try {
    return await fetchCode();
  } catch (error) {
    if (navigator.onLine) throw error;
    await new Promise((resolve) => addEventListener('online', resolve, {once: true}));
    return fetchCode();
  }
}
