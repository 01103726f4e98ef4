import { DemoPorts, PORT_NAMES, PORTS } from './ports';

/** `localhost:5055`: the host as it stands in images and addresses. */
export function hostOf(port: number): string {
  return `localhost:${port}`;
}

export function addressOf(port: number): string {
  return `http://${hostOf(port)}`;
}

/** Puts the demo's ports where a text has those that examples/ are written for. */
export function fillInAddresses(text: string, ports: DemoPorts): string {
  return text.replace(/\blocalhost:(\d+)\b/g, (host, port) => {
    const name = PORT_NAMES.find(
      candidate => PORTS[candidate].fallback === Number(port),
    );
    return name ? hostOf(ports[name]) : host;
  });
}
