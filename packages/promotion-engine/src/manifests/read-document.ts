import {
  ClusterWindow,
  PromotionTask,
  Stage,
  StageWindow,
  Target,
  Warehouse,
} from '../model/definition';
import { AnalysisTemplate } from '../model/definition';
import { TargetSelection } from './checks/definition';
import { Finding, ManifestDocument } from './document';
import { readAnalysisTemplate } from './documents/analysis-template';
import {
  notUsedHere,
  readClusterConfigDocument,
} from './documents/cluster-config';
import { readFreight, WrittenFreight } from './documents/freight';
import {
  PolicyEntry,
  readProject,
  readProjectConfig,
} from './documents/project';
import {
  readPromotion,
  readTarget,
  WrittenPromotion,
} from './documents/promotion';
import { readPromotionTask } from './documents/promotion-task';
import { readStage } from './documents/stage';
import { readWarehouse } from './documents/warehouse';
import { ARGO_API, KARGO_API, KARGO_GROUP, KARGO_KINDS } from './known-kinds';
import { suggestion } from './nearest';
import { ReadOptions } from './options';

/** What a document says, as far as it could be read, and what is wrong with it alone. */
export interface DocumentContent {
  findings: Finding[];
  warehouse?: Warehouse;
  stage?: Stage;
  selection?: TargetSelection;
  target?: Target;
  task?: PromotionTask;
  template?: AnalysisTemplate;
  policies?: PolicyEntry[];
  windows?: StageWindow[];
  clusterWindows?: ClusterWindow[];
  freight?: WrittenFreight;
  promotion?: WrittenPromotion;
}

export function readDocument(
  document: ManifestDocument,
  options: ReadOptions,
): DocumentContent {
  const { apiVersion, kind } = document;
  if (!apiVersion || !kind) {
    return { findings: [missingType(document)] };
  }
  if (apiVersion === KARGO_API) {
    return readKargo(document, options);
  }
  if (apiVersion === ARGO_API && /^(Cluster)?AnalysisTemplate$/.test(kind)) {
    return readArgo(document, options);
  }
  const version: Finding = {
    path: ['apiVersion'],
    verdict: 'admission',
    message: `There is no version ${apiVersion}.`,
    cure: `Write ${KARGO_API}.`,
  };
  return {
    findings: apiVersion.split('/')[0] === KARGO_GROUP ? [version] : [],
  };
}

function missingType({ apiVersion }: ManifestDocument): Finding {
  const field = apiVersion ? 'kind' : 'apiVersion';
  return {
    path: [field],
    verdict: 'admission',
    message: `The document has no ${field}.`,
    cure: `Add ${field}: ${apiVersion ? 'Stage' : KARGO_API}.`,
  };
}

/** Argo's kinds are none of Kargo's admission's business. */
function readArgo(
  document: ManifestDocument,
  options: ReadOptions,
): DocumentContent {
  const { template, findings } = readAnalysisTemplate(document, options);
  return {
    ...(template ? { template } : {}),
    findings: findings.map(finding => ({ ...finding, verdict: 'runnable' })),
  };
}

function readKargo(
  document: ManifestDocument,
  options: ReadOptions,
): DocumentContent {
  switch (document.kind) {
    case 'Project':
      return { findings: readProject(document) };
    case 'ProjectConfig': {
      const { entries, windows, findings } = readProjectConfig(document);
      return { policies: entries, windows, findings };
    }
    case 'ClusterConfig': {
      const { config, findings } = readClusterConfigDocument(document);
      return {
        ...(config && { clusterWindows: config.promotionWindows }),
        findings: [...findings, ...notUsedHere(document)],
      };
    }
    case 'Warehouse':
      return readWarehouse(document, options);
    case 'Stage':
      return readStage(document);
    case 'Target':
      return readTarget(document);
    case 'PromotionTask':
    case 'ClusterPromotionTask':
      return readPromotionTask(document);
    default:
      return readRarely(document);
  }
}

/** Kinds that a definition may hold and that nothing is made of. */
function readRarely(document: ManifestDocument): DocumentContent {
  const { kind } = document;
  switch (kind) {
    case 'Freight': {
      const content = readFreight(document);
      return { ...content, findings: [...content.findings, notMade(kind)] };
    }
    case 'Promotion': {
      const content = readPromotion(document);
      return { ...content, findings: [...content.findings, notMade(kind)] };
    }
    case 'PromotionRequest':
      return { findings: [notMade(kind)] };
    default:
      return {
        findings: [
          {
            path: ['kind'],
            verdict: 'admission',
            message: `There is no kind ${kind}.`,
            cure: suggestion(kind, KARGO_KINDS),
          },
        ],
      };
  }
}

function notMade(kind: string): Finding {
  return {
    path: ['kind'],
    severity: 'warning',
    message: `A ${kind} in a definition is checked, but nothing is made of it.`,
    cure: 'Make it on the page of the component or by the API; remove it here.',
  };
}
