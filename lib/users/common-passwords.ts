/**
 * Passwords that are tried first: those of eight and more characters that turn up again and again in lists of stolen
 * ones, in lower case. NIST SP 800-63B-4 section 3.1.1.2 asks for such a list; a longer one costs people more than attackers,
 * who are throttled.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
password password1 password12 password123 password1234 password12345 password123456 password2 password3 password01
password! password1! passw0rd passw0rd1 p@ssw0rd p@ssword p@ssw0rd1 pa55word pa55w0rd pass1234 pass12345 pass123456
passpass password9 password7 password11 password99 password10 passwort passwort1 passwort123 motdepasse contraseña
contrasena senha123 parola123 haslo123 wachtwoord wachtwoord1 salasana lozinka1 mypassword mypassword1 thepassword
newpassword newpass1 newpass123 nopassword changeme changeme1 changeme123 change123 letmein1 letmein12 letmein123
letmein! letmeinn welcome1 welcome12 welcome123 welcome1234 welcome! welcome2 welcome01 admin123 admin1234 admin12345
admin123456 administrator admin@123 adminadmin admin2020 root1234 rootroot toor1234 superuser superman1 supervisor
manager1 master12 master123 master1234 mastermind default1 default123 guest123 guest1234 test1234 test12345 test123456
testtest testing1 testing123 tester123 temp1234 temporary user1234 user12345 username username1 useruser login123
login1234 loginlogin access14 access123 secret123 secret12 secret1234 topsecret hello123 hello1234 hello12345
hellohello helloworld hello1234567 qwertyui qwertyuio qwertyuiop qwertyuiop1 qwertyuiop123 qwertyuiop[] qwerty12
qwerty123 qwerty1234 qwerty12345 qwerty123456 qwerty1234567 qwerty12345678 qwerty123456789 qwerty01 qwerty11 qwerty13
qwerty21 qwerty22 qwerty77 qwerty88 qwerty99 qwerty321 qwerty666 qwerty777 qwerty789 qwerty!1 qwertyqwerty qwertyasdf
qwertz123 qwertzui qwertzuiop qwer1234 qwer12345 qwer4321 qweqweqwe qweasdzxc qweasd123 qwe12345 qwe123456 qweasdqwe
qazwsxedc qazwsx123 qazwsx12 qazwsx11 qaz12345 qaz123456 qazqazqaz qazxswedc qazxsw21 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6
q1w2e3r4t q1w2e3r4t5y6u7 q12345678 q123456789 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5 1qaz2wsx
1qaz2wsx3edc 1qaz!qaz 1qazxsw2 1qaz1qaz 1qazzaq1 zaq12wsx zaq1xsw2 zaq1zaq1 zaq!2wsx 2wsx3edc 3edc4rfv !qaz2wsx
asdfghjk asdfghjkl asdfghjkl1 asdfghjkl; asdfasdf asdfasdf1 asdf1234 asdf12345 asdf123456 asdfgh12 asdfgh123 asdfghj1
asdfg123 asdfg12345 asdasdasd asd12345 asd123456 asdzxc123 asdqwe123 asdf;lkj zxcvbnm1 zxcvbnm12 zxcvbnm123 zxcvbnm,
zxcvbnm,./ zxcvbnmz zxcv1234 zxc12345 zxc123456 zxczxczxc zxcasdqwe zxcvbzxcvb azertyui azertyuiop azerty12 azerty123
azerty1234 azerty12345 azerty123456 wertyuiop ytrewq321 poiuytrewq poiuytre lkjhgfdsa lkjhgfds mnbvcxz1 mnbvcxz123
1234qwer 12345qwert 123456qwerty 123456q1 12345678q 123456789q 123qweasd 123qweasdzxc 123qwe123 123qwe123qwe 123qwert
1234567q 1234567a 12345678a 123456789a 1234567890a 123456aa 123456ab 123456abc 12345abc 1234abcd 1234asdf 12345asd
123asd123 123abc123 123456qq 123456zx 123456as 12345qwe 1q1q1q1q a1234567 a12345678 a123456789 a1234567890 a1b2c3d4
a1b2c3d4e5 a1s2d3f4 aa123456 aa12345678 aa123456789 aaa12345 ab123456 abc12345 abc123456 abc1234567 abc12345678
abc123456789 abc123abc abcabc123 abcd1234 abcd12345 abcd123456 abcdefgh abcdefghi abcdefghij abcdefgh1 abcdefg1
abcdefg123 abcdefg12 abcdef12 abcdef123 abcde123 abcde12345 abc12312 aaaaaaaa aaaaaaaaa aaaaaaaaaa aaaa1111 aaaabbbb
aabbccdd aassddff bbbbbbbb cccccccc dddddddd eeeeeeee ffffffff gggggggg hhhhhhhh iiiiiiii jjjjjjjj kkkkkkkk llllllll
mmmmmmmm nnnnnnnn oooooooo pppppppp qqqqqqqq rrrrrrrr ssssssss tttttttt uuuuuuuu vvvvvvvv wwwwwwww xxxxxxxx yyyyyyyy
zzzzzzzz zzzzzzzzz xxxxxxxxxx qqqqqqqqqq qqqqqqqq1 zzzz1111 12345678 123456789 1234567890 12345678910 1234567891
123456789123 12345678900 123456789012 1234567890123 12345678901 123456781 1234567898 12345679 123456788 123456787
123456782 1234567899 123456780 12345678912 01234567 012345678 0123456789 00112233 0987654321 098765432 09876543
9876543210 987654321 98765432 987654321a 987654321q 87654321 876543210 76543210 123123123 123123123a 123123123123
12312312 123321123 123321123321 12332112 321321321 321654987 321456987 123654789 123698745 123456654321 12344321
1234554321 12345654321 123454321 1234567654321 12341234 123412341234 1234512345 1234123412 12345123 12345123456
123456123456 123456123 1234561234 12345612 12121212 1212121212 121212121 13131313 1313131313 12131415 13579246
1357924680 135792468 13572468 1357908642 147258369 147258369a 1472583690 14725836 147852369 159357456 159753456
159753852 15975346 159951159 159357159 15935700 741852963 7418529630 74108520 789456123 7894561230 789456123a 78945612
789654123 789789789 963852741 963258741 852456852 852963741 951753852 258456258 25802580 258025800 2580258025
147147147 14141414 15151515 16161616 17171717 18181818 19191919 20202020 20212021 20222022 20232023 20242024 20252025
20262026 21212121 22222222 222222222 2222222222 23232323 23456789 234567890 24242424 24682468 2468101214 246810121
25252525 26262626 27272727 28282828 29292929 30303030 31313131 31415926 314159265 3141592653 32323232 33333333
333333333 34343434 36363636 42424242 43214321 44444444 444444444 45454545 456456456 456789123 45674567 45678910
4567890123 55555555 555555555 5555555555 54545454 543210543210 54321543 5432154321 56565656 567567567 56785678
65432100 654321654321 65432165 66666666 666666666 6666666666 66668888 67676767 69696969 6969696969 77777777 777777777
7777777777 77778888 78787878 87878787 88888888 888888888 8888888888 88889999 89898989 90909090 99999999 999999999
9999999999 99998888 98989898 11111111 111111111 1111111111 11111111111 111111111111 11112222 11111112 11112345
111222333 111222333444 11122233 1122334455 112233445566 11223344 1122334455667788 11221122 11235813 112358132 11335577
11229933 00000000 000000000 0000000000 000000000000 00000001 00000007 000000001 00001111 00009999 01010101 0101010101
01011980 01011990 01012000 01020304 0102030405 010203040506 02020202 03030303 05050505 07070707 08080808 09090909
10101010 1010101010 10203040 1020304050 102030405060 10111213 12081990 12345687 12345698 12369874 123698741 1236987412
12346789 123467890 11111aaa 12345678aa 1029384756 102938475 10293847 10987654321 iloveyou iloveyou1 iloveyou2
iloveyou3 iloveyou12 iloveyou123 iloveyou! iloveyou22 iloveyou7 iloveyou69 iloveyouu iloveyouso iloveyousomuch
iloveu12 iloveu123 iloveme1 iloveme2 iloveme123 ilovehim ilovehim1 iloveher iloveher1 ilovegod ilovegod1 ilovejesus
ilovemymom ilovemom ilovemom1 ilovemum ilovedad ilovemyself ilovemyfamily ilovemydog ilovemycat ilovecats ilovedogs
ilovelove lovelove lovelove1 loveyou1 loveyou2 loveyou123 lovely12 lovely123 lovelyme loverboy lovergirl lovers12
loveable loveless loveislove love1234 love12345 love123456 lovelife lovelife1 lovehate loveme12 loveme123 loveme1!
mylove12 mylove123 mylovely trustno1 trustnoone trustme1 sunshine sunshine1 sunshine2 sunshine12 sunshine123 sunshine7
sunflower sunflower1 sunlight sunsunsun sundance sunnyday sunny123 princess princess1 princess2 princess12 princess123
princess7 princesa princesa1 princesse prince123 princess! princess10 princess11 princess13 football football1
football2 football12 football123 football7 football10 footballs foot1234 futbol10 futbol123 baseball baseball1
baseball2 baseball12 baseball123 basketball basketball1 basket123 softball softball1 softball12 volleyball volleyball1
hockey12 hockey123 soccer10 soccer11 soccer12 soccer123 soccer13 swimming swimming1 tennis12 tennis123 rugby123
cricket1 cricket123 lacrosse wrestling wrestler champion champion1 champions skateboard skater12 skating1 snowboard
snowboard1 cheerleader cheerleader1 cheer123 gymnastics gymnast1 dancer12 dancer123 dancing1 superman superman123
superman12 superman7 batman12 batman123 batman1234 spiderman spiderman1 spiderman123 ironman1 ironman123 starwars
starwars1 starwars123 starwars12 startrek startrek1 skywalker lukeskywalker darthvader darkvader jedimaster masteryoda
hanssolo chewbacca millennium pokemon1 pokemon12 pokemon123 pikachu1 pikachu123 charizard naruto12 naruto123
dragonball dragonballz dragonball1 dragonforce dragon12 dragon123 dragon1234 dragon99 dragons1 blackdragon reddragon
golden12 dragonfly dragonfly1 minecraft minecraft1 minecraft123 fortnite fortnite1 fortnite123 roblox123 playstation
playstation3 playstation2 nintendo nintendo1 nintendo64 mariobros supermario zelda123 warcraft warcraft3
worldofwarcraft starcraft diablo12 diablo123 counterstrike counter1 halflife halflife2 callofduty gamer123 gamecube
gameover gameboy1 xbox3600 xbox360live hotmail1 hotmail123 gmail123 google12 google123 google1234 facebook facebook1
facebook123 youtube1 youtube123 myspace1 myspace123 twitter1 linkedin linkedin1 instagram instagram1 whatsapp internet
internet1 internet123 computer computer1 computer12 computer123 laptop12 laptop123 network1 database server123
windows1 windows7 windows10 windows98 windowsxp microsoft microsoft1 macintosh apple123 apple1234 apples12 samsung1
samsung123 samsung12 nokia123 nokia6300 nokia123456 iphone123 iphone12 android1 android123 blackberry blackberry1
motorola toshiba1 toshiba123 lenovo123 panasonic logitech123 security security1 private1 private123 corvette corvette1
mustang1 mustang12 mustang123 mustang67 mustang69 ferrari1 ferrari123 lamborghini porsche1 porsche911 mercedes
mercedes1 mercedesbenz chevrolet chevelle chevy123 camaro69 camaro123 harley12 harley123 harleydavidson yamaha12
yamaha123 yamahar1 kawasaki suzuki123 toyota12 toyota123 honda123 hondacivic subaru12 nissan123 bmw12345 audi1234
volkswagen charlie1 charlie2 charlie12 charlie123 charlie7 jordan12 jordan123 jordan23 jordan1234 michael1 michael2
michael12 michael123 michael7 michelle michelle1 michelle12 michelle123 michaela jennifer jennifer1 jennifer12
jessica1 jessica12 jessica123 jessica2 ashley12 ashley123 ashley01 amanda12 amanda123 samantha samantha1 samantha123
elizabeth elizabeth1 elizabet stephanie stephanie1 stephen1 christina christine christin christopher christopher1
christian christian1 christmas christmas1 christ123 jesuschrist jesus123 jesus1234 jesus777 jesusislord jesuslovesme
jesusloves jesussaves godislove godisgood godisgreat godbless godbless1 godblessme thankgod blessed1 blessed123
blessing blessing1 faith123 heaven12 heavenly angels12 angels123 angelangel angel123 angel1234 angelica angelina
angelina1 angelita angelito babyangel anthony1 anthony12 anthony123 anthony2 daniel12 daniel123 daniel1234 danielle
danielle1 danielle123 david123 david1234 davidson andrew12 andrew123 andrea12 andrea123 joshua12 joshua123 matthew1
matthew12 matthew123 nicholas nicholas1 nicole12 nicole123 nicole11 robert12 robert123 richard1 richard123 thomas12
thomas123 william1 william12 william123 alexander alexander1 alexandra alexandre alexandria alexandru alejandra
alejandro alexis12 alexis123 benjamin benjamin1 brandon1 brandon12 brandon123 brittany brittany1 caroline caroline1
carolina carolina1 catherine charlotte charlotte1 chelsea1 chelsea12 chelsea123 chelseafc cristina cristiano cristian
ronaldo7 ronaldo1 ronaldo123 cristianoronaldo lionelmessi messi123 messi1234 neymar123 dominic1 dominique elephant
elephant1 fernando fernanda francesca francesco francisco francis1 frankie1 freddie1 gabriel1 gabriel123 gabriela
gabrielle georgina geraldine giovanni giovanna gregory1 heather1 heather12 isabella isabella1 isabelle jacqueline
jeremiah jeremy12 johnjohn johnny12 johnny123 johnson1 jonathan jonathan1 jonathan123 josephine joseph12 joseph123
katherine katherine1 katrina1 kimberly kimberly1 kristina kristine kristin1 lauren12 lauren123 laurence leonardo
leonardo1 lindsay1 lorraine louise12 madison1 madison12 madison123 margaret margaret1 margarita mariajose mariana1
marianne maria123 marina12 marina123 martin12 martin123 martinez melissa1 melissa12 melissa123 mercedes12 mitchell
mohammed mohammad mohamed1 muhammad monique1 morgan12 morgan123 natalie1 natalie12 natasha1 natasha123 nathalie
nathan12 nathan123 patricia patricia1 patrick1 patrick12 patrick123 penelope phillips philippe rebecca1 rebecca12
rebecca123 rodriguez rodrigo1 roberto1 rosemary russell1 sabrina1 sabrina123 sandra12 sandra123 scooter1 sebastian
sebastian1 shannon1 shannon12 savannah savannah1 scarlett sophie12 sophie123 steven12 steven123 sylvester taylor12
taylor123 taylor13 theresa1 tiffany1 tiffany12 tiffany123 timothy1 tristan1 valentin valentina valentine valeria1
vanessa1 vanessa12 vanessa123 veronica veronica1 veronika victoria victoria1 victoria123 vincent1 virginia viviana1
whitney1 winston1 zachary1 zachary123 butterfly butterfly1 butterfly12 butterfly7 butterfly123 chocolate chocolate1
chocolate12 chocolat chocolat1 cookies1 cookie12 cookie123 cookiemonster strawberry strawberry1 blueberry cherries
cherry12 cherry123 banana12 banana123 bananas1 pineapple orange12 orange123 oranges1 watermelon peaches1 peaches12
peaches123 peanut12 peanut123 peanutbutter pumpkin1 pumpkin12 pumpkin123 pepper12 pepper123 pickles1 cupcake1
cupcake12 cupcake123 icecream icecream1 marshmallow cheesecake cheese12 cheese123 hamburger spaghetti macaroni
budweiser heineken guinness whiskey1 tequila1 coffee12 coffee123 cocacola cocacola1 coca-cola pepsi123 starbucks
flower12 flower123 flowers1 flowers123 sweetheart sweetheart1 sweetie1 sweetie12 sweetpea sweetpea1 sweets12 sweetness
sweety12 honey123 honeybee honeybear babygirl babygirl1 babygirl12 babygirl123 babygirl2 babygirl13 babyboy1 babyboy12
babybaby babyblue babycakes babyface babydoll baby1234 baby12345 beautiful beautiful1 beauty12 beauty123 gorgeous
gorgeous1 handsome handsome1 princessa diamond1 diamond12 diamond123 diamonds crystal1 crystal123 precious precious1
treasure rainbow1 rainbow12 rainbow123 rainbows rainbow7 unicorn1 unicorn123 unicorns fairytale mermaid1 cinderella
cinderella1 tinkerbell tinkerbell1 tinker12 tinker123 hellokitty hellokitty1 mickeymouse mickey12 mickey123 minnie12
snowwhite barbie12 barbie123 barbiegirl spongebob spongebob1 spongebob12 garfield garfield1 scoobydoo scooby12
scooby123 snoopy12 snoopy123 simpsons bartman1 homersimpson southpark familyguy bugsbunny tweety12 tweety123
winniethepooh tigger12 tigger123 tigger01 eeyore12 pokemons digimon1 harrypotter harrypotter1 hogwarts hermione
gandalf1 gandalf123 legolas1 lordoftherings metallica metallica1 nirvana1 nirvana123 slipknot slipknot1 slipknot6
slipknot666 greenday greenday1 linkinpark linkinpark1 ironmaiden megadeth blink182 blink1820 acdc1234 eminem12
eminem123 50cent123 tupac123 2pac4life snoopdog onedirection 1direction justinbieber bieber123 jonasbrothers
mychemicalromance guitar12 guitar123 guitars1 drummer1 musicman musiclover music123 music1234 rockstar rockstar1
rocknroll rock1234 hiphop12 skateboarding monkey12 monkey123 monkey1234 monkey13 monkey11 monkey01 monkeys1 monkeyman
monkeyboy elephants dolphin1 dolphin12 dolphin123 dolphins dolphins1 dolphin7 penguin1 penguin12 penguin123 penguins
kitten12 kitten123 kittycat kittycat1 kitty123 pussycat pussycat1 puppydog puppy123 puppies1 puppylove doggie12
doggy123 bulldog1 bulldogs bulldog123 buster12 buster123 bailey12 bailey123 bella123 bella1234 buddy123 buddy1234
rocky123 rocky1234 maxwell1 maximus1 maggie12 maggie123 molly123 lucky123 lucky1234 luckydog luckyone shadow12
shadow123 shadow1234 shadow01 shadows1 oliver12 oliver123 oscar123 sophia12 smokey12 smokey123 sparky12 sparky123
tucker12 ginger12 ginger123 precious12 snowball snowball1 snowflake snowman1 butterball butthead butthead1 hunter12
hunter123 hunter01 hunting1 ranger12 ranger123 rangers1 tiger123 tiger1234 tigers12 whitetiger panther1 panthers
panther123 cowboys1 cowboys12 cowboy12 steelers steelers1 steelers7 yankees1 yankees2 yankees12 redskins redsox04
patriots patriots1 packers1 packers12 eagles12 eagles123 lakers24 lakers123 broncos1 raiders1 raiders12 falcons1
dolphin13 gators12 liverpool liverpool1 liverpool123 liverpoolfc arsenal1 arsenal12 arsenal123 arsenalfc chelsea11
manchester manchesterunited manutd12 manutd123 mancity1 everton1 westham1 tottenham celtic12 celtic1888 barcelona
barcelona1 barcelona10 fcbarcelona realmadrid realmadrid1 juventus juventus1 milan123 acmilan1 intermilan galatasaray
fenerbahce besiktas ajax1234 bayern123 schalke04 bvb09bvb09 benfica1 corinthians flamengo flamengo1 palmeiras saopaulo
riverplate bocajuniors freedom1 freedom12 freedom123 whatever whatever1 whatever12 whatever123 whatever! nothing1
nothing123 something something1 everything anything1 nobody12 forever1 forever12 forever123 forever21 foreverlove
together friends1 friends12 friends123 friendship friend12 friend123 bestfriend bestfriend1 bestfriends bestfriends1
family12 family123 family01 myfamily myfamily1 mommy123 mommy1234 mamamama mamapapa mama1234 papa1234 daddy123
daddy1234 daddysgirl daughter brothers brother1 brother123 sisters1 sister12 sister123 grandma1 children happy123
happy1234 happyday happyday1 happyhappy happygirl happyness happiness smile123 smile1234 smiles12 smiling1 lucky777
lucky13x peace123 peacelove peacelove1 peaceful hope1234 hopeless faithful dreamer1 dreams12 dream123 magic123
magical1 mystical mystery1 midnight midnight1 midnight12 moonlight moonlight1 starlight starstar stargate stargate1
stars123 shooting shalom12 summer12 summer123 summer01 summer08 summer09 summer10 summer11 summer2020 summer2021
summer2022 summer2023 summer2024 summer2025 summer69 summer99 summertime winter12 winter123 winter2020 winter2021
winter2022 winter2023 winter2024 spring12 spring123 spring2020 spring2021 spring2022 spring2023 spring2024 autumn12
autumn123 autumn2020 autumn2021 autumn2022 autumn2023 january1 february february1 march123 april123 august12 august08
september september1 october1 october12 november november1 december december1 december12 december25 monday12 monday123
friday13 saturday sunday12 birthday birthday1 newyork1 newyork12 newyork123 california california1 florida1 losangeles
chicago1 chicago23 boston12 dallas12 dallas22 texas123 london12 london123 england1 england123 england66 ireland1
scotland scotland1 germany1 deutschland france12 france98 paris123 italia12 italia90 brasil12 brasil123 mexico12
mexico123 colombia colombia1 argentina argentina1 portugal portugal1 australia australia1 canada12 canada123 america1
america12 america123 american indiana1 michigan washington jamaica1 pakistan pakistan1 pakistan123 india123 india1234
bangladesh indonesia indonesia1 malaysia philippines pilipinas singapore hongkong1 shanghai vietnam1 thailand istanbul
istanbul34 turkey12 turkiye1 russia12 ukraine1 marseille marseille13 montreal toronto1 barcelone bismillah bismillah1
inshallah alhamdulillah allahuakbar allah123 allah786 786786786 mashallah mohammed1 buddha12 blackcat blackcat1
blackjack blackjack1 blackbird blackops blackrose blackstar black123 black1234 blackman blackmagic blackout bluebird
bluemoon blueeyes blueeyes1 bluesky1 blue1234 blue12345 blue2222 bluebell redrose1 redbull1 red12345 green123
green1234 greenman greentea pink1234 pinkpink pinkfloyd pinkfloyd1 pinkgirl pinky123 purple12 purple123 purple13
purple11 purple01 yellow12 yellow123 orange11 silver12 silver123 silverfox golden123 goldfish goldfish1 goldstar
white123 whiteboy thunder1 thunder12 thunder123 lightning lightning1 storm123 phoenix1 phoenix12 phoenix123 cobra123
viper123 falcon12 hawkeye1 eagle123 scorpion scorpion1 scorpio1 scorpio12 gemini12 leo12345 taurus12 aquarius
sagittarius capricorn warrior1 warrior123 warriors samurai1 ninja123 ninja1234 pirates1 pirate12 gangster gangster1
gangsta1 playboy1 playboy12 playboy123 playgirl playgirl1 player12 player123 pimpin12 hustler1 bigdaddy bigdaddy1
bigboss1 bigbrother bighead1 bigboy12 badboy12 badboy123 badgirl1 badass12 smackdown johncena johncena1 undertaker
wwe12345 reymysterio rasengan itachi12 sasuke12 sasuke123 goku1234 vegeta12 assassin assassin1 assassins terminator
terminator1 predator predator1 matrix12 matrix123 neo12345 morpheus trinity1 jamesbond jamesbond007 bond0070 agent007
007007007 zombie12 vampire1 vampires twilight twilight1 edwardcullen werewolf creative creative1 photoshop engineer
engineer1 student1 student123 students teacher1 teacher123 doctor12 doctor123 hospital nursing1 lawyer12 police12
police123 soldier1 marines1 airforce airborne military army1234 navy1234 firefighter fireman1 fire1234 captain1
captain123 pilot123 cowgirl1 cowgirl12 country1 country12 farmer12 fishing1 fishing12 fishing123 fisherman camping1
mountain mountain1 mountains beach123 surfing1 surfer12 sailing1 sailboat ocean123 islander holiday1 holiday123
vacation weekend1 paradise paradise1 party123 partygirl asshole1 asshole12 asshole123 asshole! bullshit bullshit1
fuckoff1 fuckoff12 fuckoff123 fuckyou1 fuckyou12 fuckyou123 fuckyou2 fuckyou! fuckyou69 fuckme69 fuckthis fuckthis1
fuckers1 motherfucker motherfucker1 bitch123 bitch1234 bitches1 bastard1 shithead shithead1 sexygirl sexygirl1
sexyboy1 sexybitch sexybabe sexylady sexylady1 sexyme12 sexy1234 sexy12345 sexsexsex sex12345 hotgirl1 hotboy12
hottie12 hottie123 hotstuff hotstuff1 pornstar nudegirls pussy123 pussy1234 pussy69x cocksucker bigdick1 bigcock1
bigtits1 blowjob1 dickhead dickhead1 penis123 vagina69 lesbian1 horny123 slut1234 whore123 hardcore hardcore1 danger12
dangerous dangerous1 killer12 killer123 killer1234 killers1 killbill hacker12 hacker123 hackers1 hackme123 anonymous
anonymous1 noname12 nobody123 idontknow idontcare idontknow1 dontknow forgotit forgotten forget12 forgetit forgetme
imissyou imissyou1 iamthebest imthebest iamgod12 iamlegend iamnumber1 number12 number123 numberone number11 myself12
myspace12 mynameis mynameis1 remember remember1 rememberme opensesame openopen letmeinplease jackpot1 lottery1
million1 millionaire billionaire moneymaker money123 money1234 moneymoney makemoney getmoney getmoney1 cashmoney
cashmoney1 dollar12 dollars1 bitcoin1 bitcoin123 business business1 company1 company123 office12 office123 office365
sales123 support1 support123 service1 service123 training student12 school12 school123 highschool college1 college123
university graduate classof2010 classof09 kindness respect1 respect123 justice1 justice123 success1 success123
victory1 victory123 winner12 winner123 winners1 leader12 legend12 legend123 legends1 genesis1 genius12 genius123
einstein mozart12 shakespeare picasso1 napoleon spartan1 spartan117 spartans trojans1 vikings1 knights1 hercules
hercules1 achilles poseidon olympus1 titanic1 titanic12 gladiator gladiator1 braveheart godfather godfather1 scarface
scarface1 goodfellas superstar superstar1 supernova supernatural superhero superpower super123 super1234 ultimate
ultimate1 unlimited universe infinity infinity1 eternity forever2 immortal revolution rebel123 dolphin11 fantasia
fantastic fantasy1 finalfantasy finalfantasy7 sephiroth cloud123 chrono12 katana12 excalibur merlin12 merlin123
arthur12 lancelot camelot1 wizard12 wizard123 electric electron electronic elevator envelope evolution emergency
enterprise explorer explorer1 digital1 digital123 director download download1 designer stupid12 stupid123 loser123
losers12 crazy123 crazygirl crazyboy crazy4you psycho12 lunatic1 insane12 retard12 idiot123 dumbass1 jackass1
jackass12 jackass123 nothing12 poopoo12 poophead poop1234 peepee12 boobies1 boobies12 booboo12 booboo123 bubbles1
bubbles12 bubbles123 bubba123 buttercup buttercup1 bubblegum bubblegum1 cuddles1 giggles1 pookie12 pookie123 snickers
snickers1 skittles skittles1 twinkles twinkle1 sparkles sparkle1 glitter1 lollipop lollipop1 jellybean jellybean1
gummybear gummybears teddybear teddybear1 teddy123 bearbear bear1234 carebear fuzzybear kissme12 kisses12 kissmyass
kisskiss hugsandkisses xoxoxoxo heart123 hearts12 heartbreak brokenheart darling1 darling123 sweetdreams goodluck
goodluck1 goodgirl goodtimes goodmorning goodnight goodbye1 welcomehome homesweet solution sometime somebody standard
station1 strength stranger strange1 starter1 strawber stingray stinky12 squirrel squirrel1 squirt12 sriracha spitfire
splinter speaker1 spanky12 special1 special123 spectrum skyline1 skippy12 simple12 simple123 simplicity simpleplan
sherlock shopping shopping1 shorty12 shorty123 shadow11 seventeen senior08 senior09 scrapper sapphire santiago
santana1 sanchez1 salvador salvation samsung11 sailormoon saturn12 rosebud1 rosebud12 roses123 roserose romance1
romantic rootbeer robinson robotics republic research redneck1 rebecca2 reading1 random12 random123 ramirez1 raiders13
radiohead rachel12 rachel123
`
    .trim()
    .split(/\s+/),
);
