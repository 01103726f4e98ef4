import { parseEveryVersion } from '../annotations/every-version';
import { ANNOTATION_PREFIX, WarehouseAnnotation } from '../annotations/names';
import { AnnotationSyntaxError } from '../annotations/scanner';
import { Finding } from '../document';
import { suggestion } from '../nearest';

/** Our additions to a Kargo Warehouse. */
export function readWarehouseAnnotations(annotations: Record<string, string>): {
  everyVersion: boolean;
  findings: Finding[];
} {
  let everyVersion = false;
  const findings: Finding[] = [];
  for (const [key, value] of Object.entries(annotations)) {
    const path = ['metadata', 'annotations', key];
    if (key === WarehouseAnnotation.everyVersion) {
      try {
        everyVersion = parseEveryVersion(value);
      } catch (error) {
        if (!(error instanceof AnnotationSyntaxError)) {
          throw error;
        }
        const { offset, message, cure } = error;
        findings.push({ path, offset, message, cure });
      }
    } else if (key.startsWith(ANNOTATION_PREFIX)) {
      findings.push({
        path,
        atKey: true,
        severity: 'warning',
        message: `There is no annotation ${key} on a Warehouse; it is ignored.`,
        cure: suggestion(key, Object.values(WarehouseAnnotation)),
      });
    }
  }
  return { everyVersion, findings };
}
