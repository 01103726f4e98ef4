import { freightId } from '../../decide/freightId';
import { Artifacts } from '../../model/artifacts';
import { Warehouse } from '../../model/definition';
import { normalizeChart, normalizeGit } from '../../model/urls';
import { Finding } from '../document';
import { WrittenFreight } from '../documents/freight';
import { suggestion } from '../nearest';
import { Path } from '../path';
import { AdmittedFreight, Cluster } from './cluster';

export interface FreightQuestion {
  namespace: string;
  freight: WrittenFreight;
}

/** Freight as it would be stored: its name is the hash of its content. */
export function admittedFreight(freight: WrittenFreight): AdmittedFreight {
  const { alias, origin, artifacts } = freight;
  return { name: freightId(origin, artifacts), alias, origin };
}

/** One artifact for each subscription of its warehouse and none beside them, and an alias that is free (kargo.md 3.3). */
export function freightFindings(
  cluster: Cluster,
  { namespace, freight }: FreightQuestion,
): Finding[] {
  const { alias, origin, artifacts } = freight;
  const findings: Finding[] = [];
  if (Object.values(artifacts).every(list => list.length === 0)) {
    findings.push(
      problem(
        [],
        'The Freight holds nothing.',
        'Add images, commits or charts.',
      ),
    );
  }
  if (alias && cluster.freight(namespace).some(one => one.alias === alias)) {
    findings.push(
      problem(
        ['alias'],
        `Another Freight has the alias ${alias}.`,
        'Choose another alias, or none; one is made then.',
      ),
    );
  }
  const warehouse = cluster.warehouse(namespace, origin.name);
  if (!warehouse) {
    return [
      ...findings,
      problem(
        ['origin', 'name'],
        `There is no Warehouse ${origin.name}, or Kargo would refuse it.`,
        suggestion(origin.name, []),
      ),
    ];
  }
  return [...findings, ...artifactFindings(warehouse, artifacts)];
}

interface Kind {
  field: 'images' | 'commits' | 'charts';
  wanted: string[];
  found: string[];
}

function artifactFindings(
  warehouse: Warehouse,
  artifacts: Artifacts,
): Finding[] {
  return kindsOf(warehouse, artifacts).flatMap(({ field, wanted, found }) => [
    ...wanted
      .filter(identity => !found.includes(identity))
      .map(identity =>
        problem(
          [field],
          `The Freight has nothing of ${identity}, to which Warehouse ${warehouse.name} subscribes.`,
          `Add one entry to ${field}.`,
        ),
      ),
    ...found.flatMap((identity, index): Finding[] => {
      if (!wanted.includes(identity)) {
        return [
          problem(
            [field, index],
            `Warehouse ${warehouse.name} does not subscribe to ${identity}.`,
            suggestion(identity, wanted),
          ),
        ];
      }
      return found.indexOf(identity) === index
        ? []
        : [
            problem(
              [field, index],
              `The Freight has ${identity} twice.`,
              'Keep one of the two.',
            ),
          ];
    }),
  ]);
}

/** Images are compared as they are spelled, commits and charts by what they mean. */
function kindsOf({ subscriptions }: Warehouse, artifacts: Artifacts): Kind[] {
  const chart = (repoURL: string, name = '') =>
    [normalizeChart(repoURL), name].filter(Boolean).join('/');
  return [
    {
      field: 'images',
      wanted: subscriptions.flatMap(one =>
        'image' in one ? [one.image.repoURL] : [],
      ),
      found: artifacts.images.map(({ repoURL }) => repoURL),
    },
    {
      field: 'commits',
      wanted: subscriptions.flatMap(one =>
        'git' in one ? [normalizeGit(one.git.repoURL)] : [],
      ),
      found: artifacts.commits.map(({ repoURL }) => normalizeGit(repoURL)),
    },
    {
      field: 'charts',
      wanted: subscriptions.flatMap(one =>
        'chart' in one ? [chart(one.chart.repoURL, one.chart.name)] : [],
      ),
      found: artifacts.charts.map(({ repoURL, name }) => chart(repoURL, name)),
    },
  ];
}

function problem(path: Path, message: string, cure: string): Finding {
  return { path, verdict: 'admission', message, cure };
}
