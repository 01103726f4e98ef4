import { Content, Header, InfoCard, Page } from '@backstage/core-components';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import { Person } from './Person';

export interface PersonListProps {
  people: Person[];
  onChoose(name: string): void;
}

/** The people as a list of buttons. */
export function PersonList({ people, onChoose }: PersonListProps) {
  return (
    <Page themeId="home">
      <Header title="Stevedore" subtitle="A demo on this machine" />
      <Content>
        <InfoCard
          title="Who are you today?"
          subheader="No password: it is a demo."
        >
          <List>
            {people.map(person => (
              <ListItem
                button
                key={person.name}
                onClick={() => onChoose(person.name)}
              >
                <ListItemText primary={person.title} secondary={person.role} />
              </ListItem>
            ))}
          </List>
        </InfoCard>
      </Content>
    </Page>
  );
}
