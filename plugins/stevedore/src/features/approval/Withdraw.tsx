import Button from '@material-ui/core/Button';
import { Promotion } from '@stevedore/plugin-stevedore-common';
import { ErrorNotice } from '../../components/notice';
import { useDecisions } from '../../hooks/usePromotionActions';

/** Takes one's own approval back. */
export function Withdraw({ promotion }: { promotion: Promotion }) {
  const { project, name } = promotion;
  const { withdraw } = useDecisions(project, name);
  return (
    <>
      {withdraw.failure && (
        <ErrorNotice what="It was not taken back" failure={withdraw.failure} />
      )}
      <Button size="small" variant="outlined" onClick={() => withdraw.run({})}>
        Take my approval back
      </Button>
    </>
  );
}
