const words = (text: string): string[] => text.trim().split(/\s+/);

export const ADJECTIVES = words(`
able agile airy alert amber ample apt arctic ardent avid azure balmy bold brave breezy brief bright brisk bronze calm
candid careful cheery chief civic civil classic clean clear clever coastal copper coral cosmic cozy crisp curious dapper
daring dawning deft devoted direct distant eager early earnest easy elegant epic even exact fabled fair famous fearless
fine firm fleet fluent fond frank free fresh frosty gallant gentle gifted glad gleaming golden graceful grand grateful
handy happy hardy hazel hearty honest hopeful humble ideal indigo jaunty jolly jovial joyful keen kind lasting lively
loyal lucid lucky lunar lush magic major maple mellow merry mighty mild mindful modest neat nimble noble novel open
patient plucky polite prime proud quick quiet rapid ready regal rosy royal rustic sage scenic serene shining silent
silver simple sincere sleek smart snowy solar solid spry stable stately steady stellar sturdy subtle sunny swift tidy
tranquil trusty upbeat valiant velvet vivid warm wise witty zesty
`);

export const ANIMALS = words(`
albatross alpaca antelope armadillo badger barracuda bat beagle bear beaver bison bobcat buffalo bunting camel canary
capybara caribou cat cheetah chinchilla chipmunk cobra cod condor cormorant cougar coyote crab crane cricket crow curlew
deer dingo dolphin donkey dove dragonfly duck eagle echidna egret eider elephant elk emu ermine falcon ferret finch
firefly flamingo fox frog gannet gazelle gecko gibbon giraffe gnu goat goose gopher grouse gull hamster hare harrier
hawk hedgehog heron hippo hornbill horse hummingbird ibex ibis iguana impala jackal jaguar jay kestrel kingfisher kite
kiwi koala kudu lapwing lark lemming lemur leopard limpet lion lizard llama lobster lynx macaw magpie manatee marlin
marmot marten meerkat mink mole mongoose moose moth mouse mule narwhal newt nightingale ocelot octopus okapi opossum
orca oriole osprey ostrich otter owl oyster panda panther parrot partridge peacock pelican penguin pheasant pigeon plover
pony porpoise puffin puma quail rabbit raccoon raven reindeer robin salamander salmon sandpiper seal shrew skylark sloth
snipe sparrow squid squirrel starling stoat stork swallow swan swift tapir tern thrush tiger toad tortoise toucan trout
turtle urchin viper vole vulture wagtail walrus weasel whale wolf wombat woodpecker wren yak zebra
`);
