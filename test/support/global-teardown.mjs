export default async function () {
  await globalThis.testServer?.stop();
}
